/**
 * Trafficking or delinquency: the question a court asks, answered by evidence for and against and
 * by somebody who signs, never by a score.
 */
@NullMarked
package org.passerelle.understand.grid;

import org.jspecify.annotations.NullMarked;
