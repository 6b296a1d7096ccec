// Finds the hosts that a text names: URLs, host:port, and connection strings. Values are looked at, never kept.

/** A host that a text names. */
export interface Reference {
  readonly host: string;
  readonly port?: string;
  readonly scheme?: string;
  /** True when a URL holds a user and a password. */
  readonly password?: boolean;
}

const maxLength = 20_000;
const host = "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?|\\[[0-9a-fA-F:.]{2,45}\\]";
const url = new RegExp(
  `([A-Za-z][A-Za-z0-9+.-]{0,30})://(?:([^\\s@/'"\`]{0,300})@)?((?:(?:${host})(?::[0-9]{1,5})?,?){1,20})`,
  "g",
);
const hostPort = new RegExp(`(?<![A-Za-z0-9_./@:-])(${host})[:#]([0-9]{1,5})(?![0-9A-Za-z_.:])`, "g");
const keyValue = new RegExp(
  `(?:^|[;,\\s])(?:server|data source|host|hostname|addr|address)\\s{0,3}=\\s{0,3}(?:tcp:)?(${host})(?:[,:]([0-9]{1,5}))?`,
  "gi",
);
const atHost = new RegExp(`@(?:tcp\\()?(${host})(?::([0-9]{1,5}))?[)/]`, "g");

/** Every host that the text names in a form that only a connection has. */
export function referencesIn(text: string): readonly Reference[] {
  const found: Reference[] = [];
  let rest = text.slice(0, maxLength);
  rest = rest.replace(url, (_all, scheme: string, user: string | undefined, hosts: string) => {
    const password = user !== undefined && /:./.test(user);
    for (const each of hosts.split(",")) {
      const parts = /^(.*?)(?::([0-9]{1,5}))?$/.exec(each);
      if (parts?.[1])
        found.push({
          host: clean(parts[1]),
          ...(parts[2] ? { port: parts[2] } : {}),
          scheme: scheme.toLowerCase(),
          ...(password ? { password } : {}),
        });
    }
    return " ";
  });
  for (const pattern of [atHost, keyValue, hostPort]) {
    rest = rest.replace(pattern, (_all, name: string, port: string | undefined) => {
      found.push({ host: clean(name), ...(port ? { port } : {}) });
      return " ";
    });
  }
  return found;
}

/** A value that is nothing but a host name. */
export function bareHost(text: string): string | undefined {
  const match = new RegExp(`^(?:${host})$`).exec(text.trim().slice(0, 300));
  return match ? clean(match[0]) : undefined;
}

function clean(name: string): string {
  return name.replace(/[[\]]/g, "").toLowerCase();
}

/** True for a key whose value is where to connect to. */
export function isHostKey(key: string): boolean {
  return /(^|[_.-])(HOSTS?|HOSTNAME|SERVERS?|ADDR|ADDRESS|ADDRESSES|URLS?|URI|ENDPOINTS?|BROKERS?|BOOTSTRAP|UPSTREAMS?|BACKENDS?|SVC|DSN|PEERS?|NODES?|TARGETS?)([_.-]|$)/i.test(
    key.replace(/([a-z])([A-Z])/g, "$1_$2"),
  );
}

/** True for a key that says where the service itself is found, not whom it calls. */
export function isOwnAddressKey(key: string): boolean {
  return /CORS|ORIGIN|ALLOWED|REDIRECT|CALLBACK|PUBLIC|ADVERTISED|LISTEN|BIND|VIRTUAL_HOST|DOMAIN|NEXTAUTH_URL|EXTERNAL_URL|(^|_)(SITE|ROOT|SELF|WEB|APP|FRONTEND)_(URL|URI)|^BASE_URL$|ASPNETCORE_URLS|WHITELIST|TRUSTED|^(KC|KEYCLOAK|SERVER|SITE|PUBLIC|EXTERNAL|WEB|APP)_(FRONTEND_|ADMIN_)?HOSTNAME(_|$)|^KC_HOSTNAME/i.test(
    key,
  );
}

/** A public host name: at least one dot and a top-level domain that is not a local one. */
export function isPublicHost(name: string): boolean {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(name)) return false;
  return !/\.(local|localhost|localdomain|internal|lan|home|corp|svc|cluster|docker|json|ya?ml|js|py|conf|sh|xml|properties|jar|class|php|html?)$/.test(
    name,
  );
}

/** True for names of the machine itself. */
export function isLocalHost(name: string): boolean {
  return name === "localhost" || name === "0.0.0.0" || name === "::1" || name === "::" || name.startsWith("127.");
}

/** True for an address in a private range (RFC 1918, RFC 4193). */
export function isPrivateAddress(name: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.)/.test(name) || /^f[cd][0-9a-f]{2}:/i.test(name);
}

/** True for a key whose value is a secret by its name. */
export function isSecretKey(key: string): boolean {
  if (
    /(_FILE|_PATH|_NAME|_TTL|_EXPIRY|_EXPIRES|_EXPIRATION|_LENGTH|_TYPE|_URL|_URI|_HEADER|_ENABLED|_ISSUER|_ALGORITHM|_LIMIT|_RATE|_TIMEOUT|_LIFETIME|_AGE|_SIZE)$/i.test(
      key,
    )
  )
    return false;
  if (/PUBLIC_KEY|KEY_ID$|TOKEN_ENDPOINT/i.test(key)) return false;
  return /PASS(WORD|WD|PHRASE)?($|_)|PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY|CREDENTIALS?($|_)|(^|_)(DB|MYSQL)?PW$/i.test(
    key,
  );
}

/** True for a value that can be a secret: not empty, not a path, not a switch. */
export function isSecretValue(value: string): boolean {
  return value !== "" && !/^(\/|\.\/|true$|false$|yes$|no$|none$|null$|[0-9]{1,4}$)/i.test(value);
}
