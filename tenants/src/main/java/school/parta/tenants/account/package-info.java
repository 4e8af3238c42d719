/** What an account does with itself: sees who it is, its sessions, changes its password and language. Uses {@code platform.security}, owns no table. */
@NullMarked
package school.parta.tenants.account;

import org.jspecify.annotations.NullMarked;
