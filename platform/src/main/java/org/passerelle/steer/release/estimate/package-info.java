/**
 * Estimates of how many victims there are, for everybody: a signed study, rounded outwards, asked
 * for by one programme manager and approved by another, and never changed afterwards.
 */
@NullMarked
package org.passerelle.steer.release.estimate;

import org.jspecify.annotations.NullMarked;
