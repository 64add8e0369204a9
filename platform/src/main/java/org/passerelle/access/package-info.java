/** Who may come in and what each may see: organisations, users, roles, second factors, sessions. */
@NullMarked
package org.passerelle.access;

import org.jspecify.annotations.NullMarked;
