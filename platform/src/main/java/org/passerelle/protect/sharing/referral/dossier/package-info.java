/** What is sent: the dossier and its attachments. */
@NamedInterface("referral-dossier")
@NullMarked
package org.passerelle.protect.sharing.referral.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
