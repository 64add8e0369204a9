/** Signatures on consents: with a finger, or on photographed paper. Never required. */
@NullMarked
package org.passerelle.protect.sharing.consent.signature;

import org.jspecify.annotations.NullMarked;
