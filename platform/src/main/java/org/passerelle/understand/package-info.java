/**
 * The sociological approach to exploitation networks: diagnoses, networks, corridors, estimates.
 */
@NullMarked
package org.passerelle.understand;

import org.jspecify.annotations.NullMarked;
