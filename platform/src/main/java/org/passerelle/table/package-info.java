/**
 * Tables as people keep them: text and workbooks, read row by row under limits, and written so that
 * no cell is run as a formula.
 */
@ApplicationModule(allowedDependencies = {"refusal"})
@NullMarked
package org.passerelle.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
