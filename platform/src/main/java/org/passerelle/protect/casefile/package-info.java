/**
 * The file of a case on paper: for the team, and as a copy for the person concerned; who received
 * what.
 */
@NullMarked
package org.passerelle.protect.casefile;

import org.jspecify.annotations.NullMarked;
