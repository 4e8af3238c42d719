/** Accounts, sessions, tokens and the actor of a request. Owns {@code account}, {@code membership}, {@code session}, {@code token}, {@code revocation}, {@code secret} and {@code sign_in_failure}. */
@NullMarked
package school.parta.platform.security;

import org.jspecify.annotations.NullMarked;
