/**
 * Compensation: what a person claims and on which route, what was awarded on appeal or at first,
 * and what has arrived. The gap between awarded and paid is what the national coordinators look at.
 */
@NamedInterface("compensation")
@NullMarked
package org.passerelle.protect.compensation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
