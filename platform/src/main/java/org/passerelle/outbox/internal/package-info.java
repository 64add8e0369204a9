/** How messages are stored and delivered. */
@NullMarked
package org.passerelle.outbox.internal;

import org.jspecify.annotations.NullMarked;
