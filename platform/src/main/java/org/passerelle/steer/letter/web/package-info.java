/**
 * Pages of the letter: the public archive, the editor, and the endpoint for the operator's command.
 */
@NullMarked
package org.passerelle.steer.letter.web;

import org.jspecify.annotations.NullMarked;
