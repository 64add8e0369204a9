/** Pages of supervision: workload, overdue, absences, emergencies, hand-over, closing. */
@NullMarked
package org.passerelle.protect.supervision.web;

import org.jspecify.annotations.NullMarked;
