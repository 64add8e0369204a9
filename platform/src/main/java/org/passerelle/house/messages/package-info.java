/** The administrator's view of what waits to leave. */
@NullMarked
package org.passerelle.house.messages;

import org.jspecify.annotations.NullMarked;
