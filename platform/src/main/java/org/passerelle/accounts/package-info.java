/**
 * Those who work here: organisations, users and their roles, sign-in with its second factors, open
 * sessions, personal tokens.
 */
@NullMarked
package org.passerelle.accounts;

import org.jspecify.annotations.NullMarked;
