/** The walk's few materials; each is one small shader, so that a room is a handful of draws. */

import { DoubleSide, GLSL3, RawShaderMaterial, type Texture } from "three";

const HEAD = /* glsl */ `
precision highp float;
precision highp sampler2DArray;
`;

const VIEW = /* glsl */ `
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
`;

/** Film-like response, display encoding, and a grain that hides the steps of dark tones. */
const DEVELOP = /* glsl */ `
out vec4 colour;
vec3 toLinear(vec3 c) { return c * (c * (c * 0.305306 + 0.682171) + 0.012523); }
vec4 develop(vec3 c, float alpha) {
  c = 1.0 - exp(-1.15 * c);
  c = mix(vec3(dot(c, vec3(0.2126, 0.7152, 0.0722))), c, 0.9);
  c = pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2));
  float grain = fract(52.98 * fract(dot(gl_FragCoord.xy, vec2(0.0671, 0.00584))));
  return vec4(c + (grain - 0.5) / 200.0, alpha);
}
`;

/**
 * Walls, floor, frames, plinths, lamps: a finish, tinted, under the painted light. Polished floors
 * mirror something of the walls' colour (`walls`, linear) where one looks along them.
 */
export function shellMaterial(
  finishes: Texture,
  light: Texture,
  walls: readonly [number, number, number],
): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    uniforms: {
      finishes: { value: finishes },
      lightMap: { value: light },
      walls: { value: walls },
    },
    vertexShader: /* glsl */ `${HEAD}${VIEW}
uniform vec3 cameraPosition;
in vec3 position; in vec2 uv; in vec2 light; in vec3 tint; in vec2 layer;
out vec2 vUv; out vec2 vLight; out vec3 vTint; out vec2 vLayer; out vec3 vEye;
void main() {
  vUv = uv; vLight = light; vTint = tint; vLayer = layer; vEye = cameraPosition - position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
    fragmentShader: /* glsl */ `${HEAD}${DEVELOP}
uniform sampler2DArray finishes; uniform sampler2D lightMap; uniform vec3 walls;
in vec2 vUv; in vec2 vLight; in vec3 vTint; in vec2 vLayer; in vec3 vEye;
void main() {
  vec3 surface = toLinear(texture(finishes, vec3(vUv, vLayer.x)).rgb);
  vec3 stored = texture(lightMap, vLight).rgb;
  vec3 lit = stored * stored * 5.0;
  float along = pow(1.0 - clamp(normalize(vEye).y, 0.0, 1.0), 3.0);
  vec3 mirrored = walls * (0.35 + 0.65 * lit) * (0.4 + surface) * along * max(0.0, -vLayer.y);
  surface *= toLinear(vTint) * mix(lit, vec3(1.0), max(0.0, vLayer.y));
  colour = develop(surface + mirrored, 1.0);
}`,
  });
}

/** The lamp on a picture: a little more above than below, never so much that it changes it. */
const LAMP = /* glsl */ `
vec3 lamp(vec3 picture, vec2 at) {
  return picture * mix(0.88, 1.02, at.y) * (1.0 - 0.07 * abs(at.x - 0.5));
}
`;

/** All pictures of the room in one draw: an instance is a pose and a layer of the array. */
export function picturesMaterial(pictures: Texture): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { pictures: { value: pictures } },
    vertexShader: /* glsl */ `${HEAD}${VIEW}
in vec3 position; in vec3 centre; in vec3 across; in vec3 up; in float layer;
out vec3 vAt;
void main() {
  vAt = vec3(position.xy + 0.5, layer);
  vec3 placed = centre + across * position.x + up * position.y;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(placed, 1.0);
}`,
    fragmentShader: /* glsl */ `${HEAD}${LAMP}
uniform sampler2DArray pictures;
in vec3 vAt; out vec4 colour;
void main() { colour = vec4(lamp(texture(pictures, vAt).rgb, vAt.xy), 1.0); }`,
  });
}

/** One picture in full sharpness; what is transparent, premultiplied, is seen on white. */
export function sharpMaterial(picture: Texture): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { picture: { value: picture } },
    vertexShader: /* glsl */ `${HEAD}${VIEW}
in vec3 position; in vec2 uv;
out vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
    fragmentShader: /* glsl */ `${HEAD}${LAMP}
uniform sampler2D picture;
in vec2 vAt; out vec4 colour;
void main() {
  vec4 seen = texture(picture, vAt);
  colour = vec4(lamp(seen.rgb + (1.0 - seen.a), vAt), 1.0);
}`,
  });
}

/** The glass of showcases: nearly nothing from the front, a sheen along the edges. */
export function glassMaterial(): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    vertexShader: /* glsl */ `${HEAD}${VIEW}
in vec3 position; in vec2 uv;
out vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
    fragmentShader: /* glsl */ `${HEAD}
in vec2 vAt; out vec4 colour;
void main() {
  vec2 inset = min(vAt, 1.0 - vAt);
  float edge = 1.0 - smoothstep(0.0, 0.03, min(inset.x, inset.y));
  float sheen = smoothstep(0.1, 0.0, abs(vAt.x * 0.7 + vAt.y - 0.95)) * 0.07;
  colour = vec4(vec3(0.86, 0.93, 1.0), 0.035 + sheen + edge * 0.3);
}`,
  });
}
