/** Storage and delivery of messages. */
@NullMarked
package org.passerelle.outbox.internal;

import org.jspecify.annotations.NullMarked;
