/** Pages of durable solutions. */
@NullMarked
package org.passerelle.protect.casework.solution.web;

import org.jspecify.annotations.NullMarked;
