/** How a person signed a consent: by finger, or on paper that was photographed. Never needed. */
@NamedInterface("signature")
@NullMarked
package org.passerelle.protect.consent.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
