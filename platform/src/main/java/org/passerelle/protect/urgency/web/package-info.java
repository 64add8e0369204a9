/** The page on which somebody judges how urgent a case is. */
@NullMarked
package org.passerelle.protect.urgency.web;

import org.jspecify.annotations.NullMarked;
