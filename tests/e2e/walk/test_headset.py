"""The walk in a headset, with one that the browser is told about."""

from playwright.sync_api import Page, expect

from tests.e2e.walk.visitor import Walkable, element, enter, open_room, settled, wait_for_word

# A headset as three.js asks for one: a session whose frames and hands the test makes.
HEADSET = """
window.XRWebGLBinding = undefined;
window.XRWebGLLayer = class {
  framebuffer = null; framebufferWidth = 640; framebufferHeight = 480; fixedFoveation = 0;
  constructor() { this.getViewport = () => ({ x: 0, y: 0, width: 640, height: 480 }); }
};
const level = new DOMMatrix().toFloat32Array();
const pose = (matrix = level) => ({
  transform: { matrix, inverse: { matrix }, position: {}, orientation: {} },
  emulatedPosition: false, views: [] });
class Session extends EventTarget {
  renderState = {}; inputSources = []; environmentBlendMode = "opaque"; enabledFeatures = [];
  supportedFrameRates = null; frames = []; visibilityState = "visible";
  updateRenderState(state) { Object.assign(this.renderState, state); }
  async requestReferenceSpace() { return new EventTarget(); }
  requestAnimationFrame(run) { return this.frames.push(run); }
  cancelAnimationFrame() { this.frames = []; }
  get now() {
    return { session: this, getViewerPose: () => null, getPose: () => pose(window.hand),
      getJointPose: () => null };
  }
  frame() {
    const due = this.frames; this.frames = [];
    for (const run of due) run(performance.now(), this.now);
  }
  async end() { this.dispatchEvent(new Event("end")); }
}
WebGL2RenderingContext.prototype.makeXRCompatible = async () => {};
window.asked = [];
Object.defineProperty(navigator, "xr", { value: {
  isSessionSupported: async (kind) => kind === "immersive-vr",
  async requestSession(kind) {
    asked.push(kind);
    if (window.refuses) throw new DOMException("no", "NotAllowedError");
    return (window.session = new Session());
  },
}});
"""
POSE = "const { x, y } = room.visit.walk.body; return [x, y]"


def test_there_is_no_headset_button_without_webxr(rooms: Walkable, page: Page):
    page.add_init_script("Object.defineProperty(navigator, 'xr', { value: undefined })")
    open_room(page, rooms.hall)
    enter(page)
    expect(page.locator("[data-do=headset]")).to_be_hidden()


def test_a_hand_in_a_headset_points_to_where_one_goes(rooms: Walkable, page: Page):
    page.add_init_script(HEADSET)
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    page.click("[data-do=headset]")
    page.wait_for_function("() => window.session?.frames.length > 0")
    assert page.evaluate("asked") == ["immersive-vr"]
    before = element(page, POSE)
    # The hand is held out 1.4 m above the floor and points down before the visitor.
    page.evaluate(
        """() => {
        window.hand = new DOMMatrix().translate(0, 1.4, 0).rotate(-50, 0, 0).toFloat32Array();
        const source = { handedness: "right", targetRayMode: "tracked-pointer", profiles: [],
          targetRaySpace: {}, gripSpace: null, hand: null };
        session.inputSources = [source];
        const change = new Event("inputsourceschange");
        session.dispatchEvent(Object.assign(change, { added: [source], removed: [] }));
        session.frame();
        const select = new Event("select");
        session.dispatchEvent(Object.assign(select, { inputSource: source, frame: session.now }));
        session.frame();
        }"""
    )
    after = element(page, POSE)
    assert after != before
    assert abs(after[0] - before[0]) < 0.2
    assert 0.8 < before[1] - after[1] < 1.6, "as far as the hand points"
    page.evaluate("session.end()")
    settled(page)
    page.click("[data-do=next]")
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[0].title)


def test_a_headset_that_is_refused_leaves_one_in_the_room(rooms: Walkable, page: Page):
    page.add_init_script(f"{HEADSET} window.refuses = true;")
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=headset]")
    wait_for_word(page, "no-headset")
    page.click("[data-do=next]")
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[0].title)
