/** The pages of the yearly cycle. */
@NullMarked
package org.passerelle.steer.cycle.web;

import org.jspecify.annotations.NullMarked;
