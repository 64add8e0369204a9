/** The administrator's view of the outbox. */
@NullMarked
package org.passerelle.house.messages;

import org.jspecify.annotations.NullMarked;
