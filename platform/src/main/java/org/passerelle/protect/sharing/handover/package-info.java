/**
 * Hands a case over to another country: a minimised, signed dossier between national contact
 * points, and the follow-up until the person is safe there, in the five stages of the transnational
 * referral mechanism for Southeast Europe (ICMPD, Guidelines for the Development of a TRM for
 * Trafficked Persons: South-Eastern Europe, 2009). The lead is kept in the referral that carries
 * the hand-over. Hand-overs between colleagues are in {@code
 * protect.casework.cases.CaseReassignments}.
 */
@NamedInterface("handover")
@NullMarked
package org.passerelle.protect.sharing.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
