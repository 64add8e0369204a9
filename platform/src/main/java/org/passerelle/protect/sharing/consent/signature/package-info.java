/** Signatures on consents: with a finger, or on photographed paper. Never required. */
@NamedInterface("signature")
@NullMarked
package org.passerelle.protect.sharing.consent.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
