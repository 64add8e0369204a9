/** The administrator's view of what waits to leave. */
@NullMarked
package org.passerelle.outbox.web;

import org.jspecify.annotations.NullMarked;
