/** The invented caseload of a demonstration: deterministic, nobody real. */
@NullMarked
package org.passerelle.demo;

import org.jspecify.annotations.NullMarked;
