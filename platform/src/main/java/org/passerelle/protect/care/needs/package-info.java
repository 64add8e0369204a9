/**
 * What a person needs, as the form {@code needs-and-risk} says it, and what changed from one
 * assessment to the next. Nothing is scored here.
 */
@NamedInterface("care-needs")
@NullMarked
package org.passerelle.protect.care.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
