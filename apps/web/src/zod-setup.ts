// Schemas are read, not compiled: compiling needs eval, which the content security policy forbids. Imported before anything that parses.
import * as z from "zod";

z.config({ jitless: true });
