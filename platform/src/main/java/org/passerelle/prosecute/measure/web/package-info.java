/** Pages. */
@NullMarked
package org.passerelle.prosecute.measure.web;

import org.jspecify.annotations.NullMarked;
