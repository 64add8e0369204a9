/** Pages. */
@NullMarked
package org.passerelle.prosecute.hearing.web;

import org.jspecify.annotations.NullMarked;
