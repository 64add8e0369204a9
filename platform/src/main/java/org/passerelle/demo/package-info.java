/** The invented caseload of a demonstration: deterministic, without real people. */
@NullMarked
package org.passerelle.demo;

import org.jspecify.annotations.NullMarked;
