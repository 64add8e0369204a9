/**
 * Checks on incoming requests before authentication: size of the body, speed, parallel requests of
 * one address, and valid text.
 */
@NullMarked
package org.passerelle.gate;

import org.jspecify.annotations.NullMarked;
