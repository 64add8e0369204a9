/**
 * A case that moves to another organisation of the same node: proposed with a reason and a basis,
 * accepted by naming who leads it from then on, or declined. What asks another organisation for a
 * service, so that the case stays, is {@code protect.referral}; what gives a case to another
 * country is {@code protect.handover} (decision 0084).
 */
@NamedInterface("transfer")
@NullMarked
package org.passerelle.protect.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
