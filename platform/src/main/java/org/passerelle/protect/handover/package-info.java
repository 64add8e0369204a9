/**
 * A case handed over to another country: a minimised, signed dossier between national contact
 * points, and what follows until the person is safe there, in the five stages of the transnational
 * referral mechanism for Southeast Europe (ICMPD, Guidelines for the Development of a TRM for
 * Trafficked Persons: South-Eastern Europe, 2009). Who leads it stands in the referral that carries
 * it; handing a case to a colleague is {@code protect.cases.HandOvers}.
 */
@NamedInterface("handover")
@NullMarked
package org.passerelle.protect.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
