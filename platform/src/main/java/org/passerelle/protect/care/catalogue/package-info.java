/**
 * The catalogue of services: what each organisation offers, for whom, where, when and at what cost,
 * as HSDS 3.0 says it (Human Services Data Specification of Open Referral). Nothing of a person and
 * no shelter's address is in it.
 */
@NamedInterface("care-catalogue")
@NullMarked
package org.passerelle.protect.care.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
