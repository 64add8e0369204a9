/**
 * Care: what a person needs, what is planned with them and by whom, which services there are, and
 * what was booked and kept.
 */
@NullMarked
package org.passerelle.protect.care;

import org.jspecify.annotations.NullMarked;
