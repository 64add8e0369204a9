/**
 * Trafficking or delinquency: the question a court asks, answered by evidence for and against and
 * by a signed conclusion, never by a score.
 */
@NullMarked
package org.passerelle.understand.grid;

import org.jspecify.annotations.NullMarked;
