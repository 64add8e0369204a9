/**
 * The launcher's commands. Engine commands run without Spring; {@code serve} starts the platform.
 */
@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
