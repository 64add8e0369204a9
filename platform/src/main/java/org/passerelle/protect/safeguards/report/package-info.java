/**
 * User-defined reports: counts of the organisation's cases, saved as definitions and computed under
 * the rule for small cells each time.
 */
@NamedInterface("report")
@NullMarked
package org.passerelle.protect.safeguards.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
