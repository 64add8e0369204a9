/**
 * Responsibilities of a supervisor: who leads which case, absences, overdue items, emergency
 * accesses, and what is unfinished before a case is closed.
 */
@NamedInterface("supervision")
@NullMarked
package org.passerelle.protect.casework.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
