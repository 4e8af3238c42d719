/** Signing in and out, and what an account does with itself, over HTTP and in forms. */
@NullMarked
package school.parta.web.account;

import org.jspecify.annotations.NullMarked;
