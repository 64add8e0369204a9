/**
 * Outgoing messages are stored with the change that caused them, sent with retries, and take effect
 * exactly once.
 */
@NullMarked
package org.passerelle.outbox;

import org.jspecify.annotations.NullMarked;
