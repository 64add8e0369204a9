/** Sends mail through the operator's relay: that something waits, never what. */
@NullMarked
package org.passerelle.mail;

import org.jspecify.annotations.NullMarked;
