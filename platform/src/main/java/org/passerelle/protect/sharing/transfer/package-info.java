/**
 * Transfers of cases to another organisation of the same node: proposed with a reason and a basis,
 * accepted by naming a new lead, or declined. Requests for a service, where the case stays, are in
 * {@code protect.sharing.referral}; cases given to another country are in {@code
 * protect.sharing.handover} (decision 0084).
 */
@NamedInterface("transfer")
@NullMarked
package org.passerelle.protect.sharing.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
