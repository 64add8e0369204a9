/**
 * Pages of supervision: workload, overdue items, absences, emergency access, hand-over, closing.
 */
@NullMarked
package org.passerelle.protect.casework.supervision.web;

import org.jspecify.annotations.NullMarked;
