/**
 * User accounts: organisations, users and their roles, sign-in with second factors, sessions,
 * personal tokens.
 */
@NullMarked
package org.passerelle.accounts;

import org.jspecify.annotations.NullMarked;
