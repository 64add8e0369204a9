/** Who may call which route, how sessions, cookies and form tokens work, and what is answered. */
@NullMarked
package org.passerelle.house.security;

import org.jspecify.annotations.NullMarked;
