/** Users, factors, sessions and throttling as they are kept in the database. */
@NullMarked
package org.passerelle.access.internal;

import org.jspecify.annotations.NullMarked;
