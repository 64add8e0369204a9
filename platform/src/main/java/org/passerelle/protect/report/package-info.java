/**
 * Reports of one's own: what cases of one's organisation are counted by, kept as a question and
 * answered under the rule for small cells each time.
 */
@NamedInterface("report")
@NullMarked
package org.passerelle.protect.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
