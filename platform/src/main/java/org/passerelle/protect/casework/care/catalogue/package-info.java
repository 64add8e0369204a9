/**
 * The catalogue of services in HSDS 3.0 (Human Services Data Specification of Open Referral): what
 * each organisation offers, for whom, where, when and at what cost. It contains neither personal
 * data nor the address of a shelter.
 */
@NamedInterface("care-catalogue")
@NullMarked
package org.passerelle.protect.casework.care.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
