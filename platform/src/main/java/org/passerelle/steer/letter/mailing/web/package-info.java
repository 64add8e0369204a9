/** Pages for readers who subscribe, confirm and leave, and for the colleagues who send. */
@NullMarked
package org.passerelle.steer.letter.mailing.web;

import org.jspecify.annotations.NullMarked;
